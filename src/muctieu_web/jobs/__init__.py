"""Work done in the background: one file a job, run by the worker of `muctieu serve`; safe to run twice."""
