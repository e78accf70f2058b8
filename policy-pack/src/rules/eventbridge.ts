import type { Rule } from "../authoring/rule";
import { accessRules } from "./eventbridge/access";

/** Rules on Amazon EventBridge: buses, API destinations, the scheduler and pipes. */
export const eventbridgeRules: readonly Rule[] = [...accessRules];
