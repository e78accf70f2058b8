import { resourceRule } from "../../authoring/rule";
import type { ResourceCheck } from "../../authoring/resource-check";
import { Truth } from "../../authoring/truth";
import { readDocument, type DocumentFields } from "./document-content";

export const sessionLogging = resourceRule("ssm-session-logging", {
  check: (document) =>
    judgeSession(document, (fields) => {
      const has = (name: string): boolean => (fields.get(name) ?? "") !== "";
      const isOn = (name: string): boolean => fields.get(name)?.toLowerCase() === "true";
      document.expect(Truth.of(has("kmskeyid")), "sessions are not encrypted under a key of one's own");
      document.expect(
        Truth.of(
          (has("s3bucketname") && isOn("s3encryptionenabled")) ||
            (has("cloudwatchloggroupname") && isOn("cloudwatchencryptionenabled")),
        ),
        "sessions are not logged to an encrypted bucket or log group",
      );
    }),
});

export const sessionIdleTimeout = resourceRule("ssm-session-idle-timeout", {
  config: {
    idleMinutes: {
      type: "integer",
      description: "After how many minutes without input a session has to end.",
      minimum: 1,
      maximum: 60,
      default: 15,
    },
  },
  check: (document) =>
    judgeSession(document, (fields) => {
      const minutes = Number(fields.get("idlesessiontimeout") || Number.NaN);
      document.expect(
        Truth.of(minutes <= document.setting<number>("idleMinutes")),
        "a session that nobody uses stays open for too long; AWS ends it after 20 minutes where nothing is said",
      );
    }),
});

/** Judges the preferences for shells. Sessions that forward a port cannot be logged. */
function judgeSession(document: ResourceCheck, judge: (fields: DocumentFields) => void): void {
  document.onlyWhen(document.get("documentType").isOneOf("Session"), "is no document for sessions");
  const content = document.get("content");
  const fields = content.isAbsent ? new Map<string, string>() : readDocument(content.text ?? "");
  if (!fields) {
    document.expect(Truth.unknown(content.path), "");
    return;
  }
  const kind = fields.get("sessiontype") ?? "standard_stream";
  document.onlyWhen(Truth.of(kind.toLowerCase() === "standard_stream"), "opens no shell");
  judge(fields);
}
