"""Speed and memory as ratios against bare floors measured in the same run."""
