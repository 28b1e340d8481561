"""Django commands of our own (`python -m muctieu_web NAME`); each calls actions, as a page would."""
