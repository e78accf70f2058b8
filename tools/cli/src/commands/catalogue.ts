import { requirements, type Requirement } from "@hipaa-aws/controls";
import type { Hosts } from "../hosts";
import type { Io } from "../io";
import { packConfiguration, packDirectory, type PackOptions } from "../pack-options";

/** The catalogue, and which of its ids are rules of the policy pack. */
export interface RuleCatalogue {
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly pack: { readonly name: string; readonly version: string };
  /** Ids of the rules that the pack holds; some may be in no catalogue. */
  readonly inPack: ReadonlySet<string>;
}

export async function ruleCatalogue(options: PackOptions, io: Io, hosts: Hosts): Promise<RuleCatalogue> {
  const pack = await hosts.startPack(packDirectory(options, io.directory), await packConfiguration(options, io));
  const { name, version, rules } = pack;
  await pack.close();
  return { requirements: requirements(), pack: { name, version }, inPack: new Set(rules) };
}

/** Whether an item of the catalogue is made to be a rule. */
export function isRule({ kind }: Requirement): boolean {
  return kind === "resource-policy" || kind === "stack-policy";
}
