import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { checkAuthority } from "./certificate-authority";
import { checkCompute } from "./compute-checks";
import { checkDataOptions } from "./data-checks";
import { checkEngine } from "./database-engines";
import { checkFailover } from "./failover-checks";
import { checkShield } from "./shield";
import { refuseTaken, takenByStores } from "./taken-names";
import { checkTopic } from "./topic-checks";
import { HipaaWebApplicationDatabaseEngine, type HipaaWebApplicationArgs } from "./args";
import { checkNetwork } from "./network-checks";

/** Longest name that leaves room for the components' own suffixes within AWS's limit of 32 for load balancers. */
const longestName = 12;

const mostOfAKind = 10;

/** Checks what no single component can: names of the whole, and arguments of one against those of another. */
export function checkArguments(name: string, args: HipaaWebApplicationArgs): void {
  const checks = checksFor("HipaaWebApplication", name);
  checkNames(checks, name, args);
  checkWeb(checks, args);
  checkNetwork(checks, args);
  checkEngine(checks, args);
  checkDatabase(checks, args);
  checkLists(checks, args);
  checkCompute(checks, args);
  checkTopic(checks, args);
  checkShield(checks, args);
  checkAuthority(checks, args);
  checkFailover(checks, args);
  if (args.defaultVpcId !== undefined && args.accountSafeguards !== true) {
    checks.fail(
      "defaultVpcId",
      "is of an account that the application does not safeguard",
      "Set accountSafeguards, or remove it",
    );
  }
  checkDataOptions(checks, args);
}

function checkNames(checks: ArgumentChecks, name: string, args: HipaaWebApplicationArgs): void {
  checks.matches(
    "name",
    name,
    new RegExp(`^[a-z](?!.*--)[a-z0-9-]{0,${longestName - 2}}[a-z0-9]$`),
    `2 to ${longestName} lower-case letters, digits and single hyphens, beginning with a letter`,
  );
  const origin = args.distribution?.originDomainName;
  if (origin !== undefined && [args.domainName, args.internalDomainName].includes(origin)) {
    checks.fail(
      "distribution.originDomainName",
      "is a name that the application has already",
      "Give the load balancer behind the distribution a name of its own, such as origin.app.example.com",
    );
  }
  if (args.domainName === args.internalDomainName) {
    checks.fail(
      "domainName and internalDomainName",
      "are the same",
      "Give the internal load balancer a name of its own, such as internal.app.example.com",
    );
  }
}

function checkWeb(checks: ArgumentChecks, { web, webInstances }: HipaaWebApplicationArgs): void {
  checks.exclusive({ web, webInstances });
  if (web === undefined && webInstances === undefined) {
    checks.fail("web and webInstances", "are both missing", "Give one of them");
  }
}

function checkDatabase(checks: ArgumentChecks, { database = {} }: HipaaWebApplicationArgs): void {
  const { engine, allocatedStorage, maxAllocatedStorage } = database;
  if (engine !== HipaaWebApplicationDatabaseEngine.AuroraPostgres) return;
  for (const [argument, value] of Object.entries({ allocatedStorage, maxAllocatedStorage })) {
    if (value !== undefined) {
      checks.fail(`database.${argument}`, "is given for Aurora", "Remove it: a cluster's storage grows by itself");
    }
  }
}

function checkLists(checks: ArgumentChecks, { tables = [], repositories = [] }: HipaaWebApplicationArgs): void {
  const tableNames = tables.map((table) => table.name);
  for (const [argument, names] of Object.entries({ tables: tableNames, repositories })) {
    checks.atMost(argument, names, mostOfAKind);
    for (const item of names) {
      checks.matches(argument, item, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "names of lower-case letters, digits, hyphens");
    }
    checks.unique(argument, names);
  }
  refuseTaken(checks, "tables", tableNames, takenByStores);
}
