"""Speed and accuracy, measured: `make bench` and `make score`."""
