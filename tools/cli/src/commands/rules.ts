import { eligibleServices, type Requirement, type Tier } from "@hipaa-aws/controls";
import { oneLine, UsageError } from "../errors";
import type { Hosts } from "../hosts";
import { colorsFor, type Io } from "../io";
import { nearest } from "../nearest";
import { ruledTable } from "../output/tables";
import type { PackOptions } from "../pack-options";
import { isRule, ruleCatalogue, type RuleCatalogue } from "./catalogue";

export interface RulesOptions extends PackOptions {
  readonly service?: string;
  readonly tier?: Tier;
  readonly json?: boolean;
}

/** One row of the list. What is unknown of a rule that is in no catalogue is absent. */
interface ListedRule {
  readonly id: string;
  /** Whether the policy pack holds it. */
  readonly inPack: boolean;
  readonly service?: string;
  readonly what?: string;
  readonly kind?: string;
  readonly tier?: Tier;
  readonly phase?: string;
  readonly severity?: string;
  readonly citations?: readonly string[];
  readonly resourceTypes?: readonly string[];
  readonly mend?: string;
}

/** Lists the rules of the catalogue and of the pack. */
export async function rules(options: RulesOptions, io: Io, hosts: Hosts): Promise<0> {
  const catalogue = await ruleCatalogue(options, io, hosts);
  const all = listed(catalogue);
  const ofService = options.service === undefined ? all : byService(all, options.service);
  const found = ofService.filter(({ tier }) => options.tier === undefined || tier === options.tier);
  if (options.json) {
    io.out(
      `${JSON.stringify({ pack: catalogue.pack, eligibleServices: reviewedList(), rules: found }, undefined, 2)}\n`,
    );
    return 0;
  }
  const { dim, green } = colorsFor(io);
  const rows = found.map(({ id, inPack, service, tier, severity, phase, citations }) => [
    oneLine(id),
    inPack ? green("yes") : dim("no"),
    service ?? "",
    tier ?? "",
    severity ?? "",
    phase ?? "",
    citations?.join("\n") ?? "",
  ]);
  const inPack = found.filter((rule) => rule.inPack).length;
  io.out(`${ruledTable(["rule", "in pack", "service", "tier", "severity", "phase", "45 CFR"], rows, 99)}\n`);
  io.out(`${found.length} rules, ${inPack} of them in ${catalogue.pack.name} ${catalogue.pack.version}\n`);
  io.out(`HIPAA-eligible services: AWS's list of ${eligibleServices().reviewed}\n`);
  return 0;
}

/** Which list the rules on services judge by. */
function reviewedList() {
  const { title, url, reviewed } = eligibleServices();
  return { title, url, reviewed };
}

function listed({ requirements, inPack }: RuleCatalogue): ListedRule[] {
  const known = [...requirements.values()].filter((item) => isRule(item) || inPack.has(item.id));
  const ids = new Set(known.map(({ id }) => id));
  const others = [...inPack].filter((id) => !ids.has(id)).map((id): ListedRule => ({ id, inPack: true }));
  return [...known.map((item) => row(item, inPack.has(item.id))), ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function row(
  { id, service, what, kind, tier, phase, severity, hipaa, resourceTypes, mend }: Requirement,
  inPack: boolean,
): ListedRule {
  return { id, inPack, service, what, kind, tier, phase, severity, citations: hipaa, resourceTypes, mend };
}

/** A word of the service's name, such as `s3`, or the first word of its rules' ids. */
function byService(all: readonly ListedRule[], asked: string): ListedRule[] {
  const wanted = asked.toLowerCase();
  const found = all.filter(
    ({ id, service }) => id.startsWith(`${wanted}-`) || (service?.toLowerCase().includes(wanted) ?? false),
  );
  if (found.length > 0) return found;
  const services = new Set(all.flatMap(({ service }) => service ?? []));
  throw new UsageError(
    `no rule belongs to the service "${asked}"; the nearest are ${nearest(asked, services).join(", ")}`,
  );
}
