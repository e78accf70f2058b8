import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const bucket = (properties: Properties, name = "subject") => resource("aws:s3/bucket:Bucket", properties, { name });
const task = (properties: Properties) => resource("aws:ecs/taskDefinition:TaskDefinition", properties);

export const crossCuttingCases: ServiceCases = {
  "general-no-phi-in-names-and-tags": [
    pass("opaque names and tags", bucket({ bucket: "phi-documents-4f2a", tags: { team: "records" } })),
    fault("a record number in the bucket's name", bucket({ bucket: "scans-mrn-0012345" })),
    fault("a Social Security number in a tag", bucket({ tags: { patient: "123-45-6789" } })),
    fault("a date of birth in a tag's name", bucket({ tags: { "dob:1980-01-02": "x" } })),
    fault("a tag from the provider's defaults", bucket({ tagsAll: { note: "MRN 0012345" } })),
    fault("a logical name", bucket({}, "mrn0012345"), { at: ["mrn0012345"] }),
    fault("a configured word", bucket({ bucket: "oncology-scans" }), { config: { denyWords: ["oncology"] } }),
    pass("an owner's tag", bucket({ tags: { Owner: "123-45-6789" } })),
    pass(
      "the cluster that a log belongs to, known on update and judged there",
      resource("aws:redshift/logging:Logging", { clusterIdentifier: unknown }),
    ),
    fault(
      "a record number in a cluster's name",
      resource("aws:redshift/cluster:Cluster", { clusterIdentifier: "mrn-0012345" }),
    ),
    undecided(
      "a cluster's name, known on update",
      resource("aws:redshift/cluster:Cluster", { clusterIdentifier: unknown }),
    ),
    pass(
      "the name of another resource, known on update and judged there",
      resource("aws:s3/bucketPolicy:BucketPolicy", { bucket: unknown }),
    ),
    undecided("its own name, known on update", bucket({ bucket: unknown })),
    undecided("tags known on update", bucket({ tags: unknown })),
    fault("a certain fault beside an unknown tag", bucket({ tags: { a: unknown, b: "123-45-6789" } })),
  ],
  "general-contact-details-in-names-and-tags": [
    pass("an owner's address in the owner's tag", bucket({ tags: { Owner: "jo@clinic.example" } })),
    fault("an address in another tag", bucket({ tags: { sendTo: "jo@clinic.example" } })),
    fault("a phone number", bucket({ tags: { desk: "212-555-0147" } })),
    undecided("a tag known on update", bucket({ tags: { desk: unknown } })),
    pass("no tags", bucket({})),
  ],
  "general-no-phi-in-free-text": [
    pass("a plain description", task({ description: "renders letters" })),
    fault("a record number in a description", bucket({ description: "for MRN 0012345" })),
    fault(
      "a date of birth in an environment",
      resource("aws:lambda/function:Function", { environment: { variables: { P: "dob=1980-01-02" } } }),
    ),
    fault("a number in container definitions", task({ containerDefinitions: '[{"command":["--mrn:0012345"]}]' })),
    undecided("definitions known on update", task({ containerDefinitions: unknown })),
    pass("nothing of the kind", bucket({})),
  ],
  "general-data-classification-tag": [
    pass("says yes", bucket({ tags: { "hipaa:phi": "true" } })),
    pass("says no by the provider's default tags", bucket({ tags: {}, tagsAll: { "hipaa:phi": "false" } })),
    fault("says nothing", bucket({ tags: { team: "records" } })),
    fault("says maybe", bucket({ tags: { "hipaa:phi": "maybe" } })),
    undecided("known on update", bucket({ tags: { "hipaa:phi": unknown } })),
    fault("a store without tags", bucket({})),
    notApplicable("no store, and no tags", task({})),
  ],
};
