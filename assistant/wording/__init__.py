"""What words mean, whatever the library: cues, statuses, days, names, spelling."""
