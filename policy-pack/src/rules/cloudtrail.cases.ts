import type { ServiceCases } from "../testing/cases";
import { dataEventCases } from "./cloudtrail/data-events.cases";
import { logBucketCases } from "./cloudtrail/log-bucket.cases";
import { trailCases } from "./cloudtrail/trails.cases";

export const cloudtrailCases: ServiceCases = { ...trailCases, ...dataEventCases, ...logBucketCases };
