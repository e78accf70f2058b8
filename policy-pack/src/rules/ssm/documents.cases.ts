import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const document = (properties: Record<string, unknown> = {}) =>
  resource("aws:ssm/document:Document", { documentType: "Command", content: "{}", ...properties });

export const documentCases: ServiceCases = {
  "ssm-documents-private": [
    pass("shared with nobody", document()),
    pass(
      "shared with accounts",
      document({ permissions: { type: "Share", account_ids: "111122223333,444455556666" } }),
    ),
    fault("shared with everyone", document({ permissions: { type: "Share", account_ids: "All" } })),
    fault("shared with everyone, in another case", document({ permissions: { type: "Share", account_ids: "all" } })),
    fault(
      "shared with everyone beside an account",
      document({ permissions: { type: "Share", account_ids: "111122223333, ALL" } }),
    ),
    undecided("accounts known on update", document({ permissions: { type: "Share", account_ids: unknown } })),
    undecided("permissions known on update", document({ permissions: unknown })),
  ],
};
