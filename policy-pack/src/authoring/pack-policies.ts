import {
  declassifiedText,
  exemptedText,
  packRules,
  pathText,
  violationText,
  type Declassification,
} from "@hipaa-aws/controls";
import type {
  Policy,
  ReportViolation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import { StackGraph } from "../graph/stack-graph";
import { baselineReport } from "./baseline-report";
import type { CompileContext } from "./compile-context";
import { staleExemptions, wrongExemptions, type ReportedRule } from "./exemption-report";
import { settingsSchema } from "./pack-settings";
import { allResources } from "./stack-resources";
import { Value } from "./value";

const rootType = "pulumi:pulumi:Stack";

const about = {
  framework: {
    name: "HIPAA Security Rule",
    version: "45 CFR Part 164",
    reference: "164.306(d), 164.316(b)(1)",
    specification: "Documentation",
  },
  tags: ["hipaa-aws", "configuration"],
};

/**
 * The policy that comes first in the pack: it reads the pack-wide settings, since the SDK gives each policy its own
 * configuration only, and is violated when they are wrong. The engine registers the stack's root before anything else,
 * which is where a run begins.
 */
export function settingsPolicy(context: CompileContext): ResourceValidationPolicy {
  return {
    ...about,
    name: packRules.settings,
    description: "The pack-wide settings can be read: what findings cite, the baseline, and which resources hold PHI.",
    enforcementLevel: "mandatory",
    severity: "high",
    remediationSteps: `Correct the settings of ${packRules.settings} in the configuration of the policy pack.`,
    configSchema: settingsSchema,
    validateResource: (args, report) => {
      if (args.type === rootType) context.run.begin();
      context.read(args.getConfig<Record<string, unknown>>(), args.stackTags);
      context.run.analysed(
        args.urn,
        Value.ofProperties(args.props as object)
          .entries()
          .map(([name]) => name),
      );
      if (context.run.settingsReported) return;
      context.run.settingsReported = true;
      for (const { path, problem } of context.faults) {
        const fault = `the setting ${pathText(path)} of ${packRules.settings} ${problem}; it has no effect`;
        report(reportText(fault, "Correct the setting in the configuration of the policy pack."));
      }
    },
  };
}

/** The policies that come last, in this order, and report what was noted of the run. */
export function reportPolicies(rules: readonly ReportedRule[], context: CompileContext): Policy[] {
  const { run } = context;
  return [
    reportPolicy(packRules.exempted, {
      description: "Violations that the configuration exempts, each with its reason, owner, ticket and end.",
      level: "advisory",
      isNeeded: () => run.exempted.length > 0,
      validate: (_args, report) => {
        for (const { urn, ...exempted } of run.exempted) report(exemptedText(exempted), urn);
      },
    }),
    reportPolicy(packRules.exemptions, {
      description: "Exemptions are of one resource or a few, complete, and of rules that take them.",
      level: "mandatory",
      isNeeded: () => hasExemptions(context),
      validate: ({ resources }, report) => {
        for (const fault of wrongExemptions(rules, resources, context)) {
          report(reportText(fault, "Correct the exemption, or take it out and mend the violation."));
        }
      },
    }),
    reportPolicy(packRules.staleExemptions, {
      description:
        "Exemptions still exempt something: what has run out or is not used is taken out of the configuration.",
      level: "advisory",
      isNeeded: () => hasExemptions(context),
      validate: ({ resources }, report) => {
        for (const fault of staleExemptions(rules, resources, context)) {
          report(reportText(fault, "Take the exemption out, or renew what has run out with a new decision."));
        }
      },
    }),
    reportPolicy(packRules.baseline, {
      description: "Findings that were there when the baseline was written are counted; the others are reported.",
      level: "advisory",
      isNeeded: () => context.settings.baseline !== undefined,
      validate: ({ resources }, report) => {
        const mend = "Mend the findings and write the baseline anew, until none is left and it can go.";
        for (const fault of baselineReport(rules, resources, context)) report(reportText(fault, mend));
      },
    }),
    reportPolicy(packRules.phiScope, {
      description: "What counts as holding no PHI, and by whose word.",
      level: "advisory",
      isNeeded: () => true,
      validate: ({ resources }, report) => {
        reportDeclassified(StackGraph.of(resources, context.phiScope, run.givenTo), report);
        // The last policy of the pack: a stack without a root would never begin a run.
        run.begin();
      },
    }),
  ];
}

interface Report {
  readonly description: string;
  readonly level: "advisory" | "mandatory";
  readonly isNeeded: () => boolean;
  readonly validate: StackValidation;
}

function reportPolicy(name: string, { description, level, isNeeded, validate: judge }: Report): StackValidationPolicy {
  const validate: StackValidation = (args, report) =>
    judge({ ...args, resources: allResources(args.resources) }, report);
  // The SDK skips a stack policy that is for a type that the stack does not have.
  Object.defineProperty(validate, "__pulumiType", { get: () => (isNeeded() ? undefined : "nothing to report") });
  return { ...about, name, description, enforcementLevel: level, severity: "medium", validateStack: validate };
}

function hasExemptions({ configured, run }: CompileContext): boolean {
  if (!configured) return run.exemptionsSeen.size > 0;
  return [...configured.values()].some(
    ({ properties: { exemptions } }) => Array.isArray(exemptions) && exemptions.length > 0,
  );
}

/** One line for each resource; for default tags and the stack's tag, one for all that they cover. */
function reportDeclassified(graph: StackGraph, report: ReportViolation): void {
  const shared = new Map<
    string | undefined,
    { by: Declassification["by"]; urn: string | undefined; resources: number }
  >();
  for (const resource of graph.resources) {
    const { urn, type, providerUrn } = resource;
    const { by, terms } = resource.classification();
    if (!by || type === rootType || type.startsWith("pulumi:providers:")) continue;
    if (by === "tag" || by === "setting") {
      report(declassifiedText({ by, resources: 1, ...(terms ? { terms } : {}) }), urn);
      continue;
    }
    const at = by === "provider tag" ? providerUrn : undefined;
    shared.set(at, { by, urn: at, resources: (shared.get(at)?.resources ?? 0) + 1 });
  }
  for (const { by, urn, resources } of shared.values()) report(declassifiedText({ by, resources }), urn);
}

function reportText(fault: string, mend: string): string {
  return violationText({ fault, citations: ["164.306(d)", "164.316(b)(1)"], mend });
}
