import { workload } from "./workload";

// The Pulumi CLI calls what the main module exports, and so do the other hosts.
export = workload;
