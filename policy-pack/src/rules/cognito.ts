import type { Rule } from "../authoring/rule";
import { clientRules } from "./cognito/clients";
import { poolRules } from "./cognito/pools";

/** Rules on Amazon Cognito. */
export const cognitoRules: readonly Rule[] = [...poolRules, ...clientRules];
