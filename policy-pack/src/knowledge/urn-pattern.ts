import { onceFor } from "./once";

const compiled = onceFor((pattern: string): RegExp => {
  const escaped = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join("[\\s\\S]*")}$`);
});

/** Whether a URN pattern matches a whole URN; `*` stands for any run of characters, everything else for itself. */
export function matchesUrn(pattern: string, urn: string): boolean {
  return compiled(pattern).test(urn);
}

/**
 * Why a URN pattern says too little, or nothing when it names what it means: at least 8 characters beside wildcards and
 * colons, and the logical name whole or with at least 4 of its characters. A pattern for all resources of a type, a
 * stack or a project names none.
 */
export function tooBroad(pattern: string): string | undefined {
  if (pattern.replace(/^urn:pulumi:/, "").replace(/[*:]/g, "").length < 8) {
    return "has fewer than 8 characters beside wildcards";
  }
  const segments = pattern.split("::");
  const name = segments.at(-1) ?? "";
  const isCutShort = pattern.startsWith("urn:") && segments.length < 4 && !segments.slice(0, -1).join("").includes("*");
  if (name === "" || isCutShort || /^[^:]+:[^:]+:[^:]+$/.test(name)) return "names no resource";
  if (name.includes("*") && name.replace(/\*/g, "").length < 4) {
    return "leaves the resource's name open: give the name, or at least 4 characters of it";
  }
  return undefined;
}

/** Whether a pattern can only mean another stack or project than the one of these URNs. */
export function isForAnotherStack(pattern: string, stackPrefix: string): boolean {
  const [stack = "", project = "*"] = /^urn:pulumi:(.*)$/.exec(pattern)?.[1]?.split("::") ?? [];
  const [thisStack = "", thisProject = ""] = stackPrefix.replace(/^urn:pulumi:/, "").split("::");
  const differs = (given: string, own: string): boolean => given !== "" && !given.includes("*") && given !== own;
  return differs(stack, thisStack) || (!stack.includes("*") && stack !== "" && differs(project, thisProject));
}

/** `urn:pulumi:<stack>::<project>` of a URN. */
export function stackPrefixOf(urn: string): string {
  return urn.split("::").slice(0, 2).join("::");
}
