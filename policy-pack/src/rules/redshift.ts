import type { Rule } from "../authoring/rule";
import { accessRules } from "./redshift/access";
import { continuityRules } from "./redshift/continuity";
import { encryptionRules } from "./redshift/encryption";
import { logRules } from "./redshift/logs";
import { spectrumRules } from "./redshift/spectrum";

/** Rules on Amazon Redshift and Redshift Serverless. */
export const redshiftRules: readonly Rule[] = [
  ...encryptionRules,
  ...accessRules,
  ...logRules,
  ...continuityRules,
  ...spectrumRules,
];
