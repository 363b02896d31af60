"""What there is: frozen values that name everything lagebild finds, on the standard library alone."""
