"""Gazetteers that a user adds: GeoNames dumps and lists of place codes, compiled beside the bundled one."""
