"""The services, with fakes handed in and files in temporary folders."""
