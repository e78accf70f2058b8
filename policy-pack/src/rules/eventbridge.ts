import type { Rule } from "../authoring/rule";
import { accessRules } from "./eventbridge/access";
import { contentRules } from "./eventbridge/contents";
import { destinationRules } from "./eventbridge/destinations";
import { keyRules } from "./eventbridge/keys";

/** Rules on Amazon EventBridge: buses, API destinations, the scheduler and pipes. */
export const eventbridgeRules: readonly Rule[] = [...accessRules, ...keyRules, ...contentRules, ...destinationRules];
