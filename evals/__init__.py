"""Measures the assistant: questions, metrics, baselines and the generated results page."""
