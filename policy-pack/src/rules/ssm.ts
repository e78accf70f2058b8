import type { Rule } from "../authoring/rule";
import { blockPublicSharing, documentContent, documentsPrivate } from "./ssm/documents";
import { outputsEncrypted } from "./ssm/outputs";
import { parameterKey, secureParameters } from "./ssm/parameters";
import { sessionIdleTimeout, sessionLogging } from "./ssm/session-documents";

/** Rules on AWS Systems Manager. */
export const ssmRules: readonly Rule[] = [
  secureParameters,
  parameterKey,
  sessionLogging,
  sessionIdleTimeout,
  documentsPrivate,
  documentContent,
  blockPublicSharing,
  outputsEncrypted,
];
