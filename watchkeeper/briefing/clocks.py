"""Every clock and every decision owed of one person: the rules of all slices, asked once."""
