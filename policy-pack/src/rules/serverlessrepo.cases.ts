import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const applicationId = "arn:aws:serverlessrepo:us-east-1:111122223333:applications/rotation";
const stack = (properties: Record<string, unknown> = {}) =>
  resource("aws:serverlessrepository/cloudFormationStack:CloudFormationStack", {
    applicationId,
    semanticVersion: "1.1.60",
    ...properties,
  });
const listing = (...approvedSarApplications: string[]) => ({ config: { approvedSarApplications } });

export const serverlessrepoCases: ServiceCases = {
  "serverlessrepo-approved": [
    pass("a version, and no list", stack()),
    pass("an application on the list", stack(), listing(applicationId)),
    pass("a wired version", stack({ semanticVersion: unknown })),
    fault("no version", stack({ semanticVersion: undefined })),
    fault("an empty version", stack({ semanticVersion: "" })),
    fault("an application that is not on the list", stack(), listing(`${applicationId}-2`)),
    fault("no version beside an unknown application", stack({ applicationId: unknown, semanticVersion: undefined }), {
      ...listing(applicationId),
    }),
    undecided("an application known on update", stack({ applicationId: unknown }), listing(applicationId)),
    fault("no application", stack({ applicationId: undefined }), listing(applicationId)),
  ],
};
