"""The wiring: command line and start-up, where each service is handed its paths and signals are joined."""
