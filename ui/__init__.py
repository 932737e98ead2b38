"""The two faces of the product: the terminal command and the browser chat."""
