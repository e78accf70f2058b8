import type { Rule } from "../authoring/rule";
import { blockPublicSharing, documentContent, documentsPrivate } from "./ssm/documents";
import { secureParameters } from "./ssm/parameters";
import { sessionIdleTimeout, sessionLogging } from "./ssm/session-documents";

/** Rules on AWS Systems Manager. */
export const ssmRules: readonly Rule[] = [
  secureParameters,
  sessionLogging,
  sessionIdleTimeout,
  documentsPrivate,
  documentContent,
  blockPublicSharing,
];
