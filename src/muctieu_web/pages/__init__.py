"""What people see: one package a part of the site, each with its urls, views, templates and static files.

A view reads with `queries`, writes with `actions`, and hands plain values to a template; it never touches a model. Every page
works without JavaScript; htmx makes some of them quicker.
"""
