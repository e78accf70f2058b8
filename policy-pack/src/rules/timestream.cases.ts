import { fault, pass, resource, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const database = (properties: CaseProperties = {}) => resource("aws:timestreamwrite/database:Database", properties);

export const timestreamCases: ServiceCases = {
  "timestream-cmk": [
    pass("a wired key", database({ kmsKeyId: unknown })),
    pass("a customer's alias", database({ kmsKeyId: "alias/vitals" })),
    fault("no key", database()),
    fault("an empty key", database({ kmsKeyId: "" })),
    fault("AWS's own key", database({ kmsKeyId: "alias/aws/timestream" })),
  ],
};
