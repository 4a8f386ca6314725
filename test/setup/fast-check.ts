import { configureGlobal } from 'fast-check';

/** The same examples in every run, so that a failure is one of the change that is tested. */
configureGlobal({ seed: 20261123 });
