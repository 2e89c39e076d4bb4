"""One file per variant: NETWORK (class), SPEC, STORY. The file's name is the variant's name everywhere."""
