"""Growth: twelve weeks of what two share, and of what one keeps. "Cannot tell yet" is usual."""
