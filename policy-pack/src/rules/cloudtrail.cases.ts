import type { ServiceCases } from "../testing/cases";
import { dataEventCases } from "./cloudtrail/data-events.cases";
import { trailCases } from "./cloudtrail/trails.cases";

export const cloudtrailCases: ServiceCases = { ...trailCases, ...dataEventCases };
