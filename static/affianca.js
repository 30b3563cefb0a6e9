// Everything works without this file; it only spares steps.
