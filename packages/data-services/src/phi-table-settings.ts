import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { PhiTableKeyType, type PhiTableArgs, type PhiTableAttribute } from "./phi-table-args";

/** What steers a PhiTable, checked and with defaults. */
export interface PhiTableSettings {
  readonly attributes: readonly { readonly name: string; readonly type: string }[];
  readonly pointInTimeRecoveryDays: number;
}

/** Words of identifiers that have no place in a key: 45 CFR 164.514(b)(2)(i). */
const identifiers =
  /ssn|social.?security|birth|^dob$|patient.?name|first.?name|last.?name|full.?name|^name$|e.?mail|phone|^mrn$|medical.?record|address/i;

/** Checks the plain arguments of a PhiTable. Limits: Amazon DynamoDB Developer Guide, "Quotas". */
export function readPhiTableSettings(name: string, args: PhiTableArgs): PhiTableSettings {
  const checks = checksFor("PhiTable", name);
  checks.fitsAutoname(name, 255, "a table");
  const indexes = args.indexes ?? [];
  if (indexes.length > 20) {
    checks.fail("indexes", `has ${String(indexes.length)} elements`, "Give 20 at most, or use a second table");
  }
  checks.unique(
    "indexes",
    indexes.map((index) => index.name),
  );
  checks.unique(
    "replicas",
    (args.replicas ?? []).map(({ region }) => region),
  );
  for (const index of indexes) {
    checks.matches(
      "indexes[].name",
      index.name,
      /^[\w.-]{3,255}$/,
      "3 to 255 letters, digits, dots, dashes and underscores",
    );
  }
  for (const argument of ["maxReadUnits", "maxWriteUnits"] as const) {
    const units = args[argument];
    if (units !== undefined) checks.integer(argument, units, 1, 1_000_000_000);
  }
  if (args.expiryAttribute !== undefined) attributeName(checks, "expiryAttribute", args.expiryAttribute);
  return {
    attributes: attributesOf(checks, args),
    pointInTimeRecoveryDays: checks.integer("pointInTimeRecoveryDays", args.pointInTimeRecoveryDays ?? 35, 1, 35),
  };
}

// DynamoDB wants each attribute once, whatever the number of keys that use it.
function attributesOf(checks: ArgumentChecks, args: PhiTableArgs): PhiTableSettings["attributes"] {
  const keys: readonly (readonly [argument: string, attribute: PhiTableAttribute | undefined])[] = [
    ["partitionKey", args.partitionKey],
    ["sortKey", args.sortKey],
    ...(args.indexes ?? []).flatMap(
      (index) =>
        [
          ["indexes[].partitionKey", index.partitionKey],
          ["indexes[].sortKey", index.sortKey],
        ] as const,
    ),
  ];
  const types = new Map<string, PhiTableKeyType>();
  for (const [argument, attribute] of keys) {
    if (attribute === undefined) continue;
    attributeName(checks, `${argument}.name`, attribute.name);
    const type = checks.oneOf(
      `${argument}.type`,
      attribute.type ?? PhiTableKeyType.Text,
      Object.values(PhiTableKeyType),
    );
    const before = types.get(attribute.name);
    if (before !== undefined && before !== type) {
      checks.fail(
        argument,
        `gives the attribute "${attribute.name}" a second type`,
        "Give it the same type everywhere",
      );
    }
    types.set(attribute.name, type);
  }
  return [...types].map(([name, type]) => ({ name, type }));
}

function attributeName(checks: ArgumentChecks, argument: string, name: string): void {
  checks.matches(argument, name, /^\S{1,255}$/, "1 to 255 characters without spaces");
  if (identifiers.test(name)) {
    checks.fail(
      argument,
      `is "${name}", the name of an identifier, and the values of keys stand in logs and metrics`,
      "Use an opaque id, and keep the identifier in an attribute that is no key",
    );
  }
}
