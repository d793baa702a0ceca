"""What is heard: tones, bells, sea and words of a session, rendered ahead and tied to the loudspeaker's clock.

Its modules load numpy, so they are imported when a session is prepared, never before.
"""
