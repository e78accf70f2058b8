import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const noPhi = { tags: { "hipaa:phi": "false" } };
const of = (type: string, properties: Record<string, unknown> = {}) => resource(type, properties);
const server = "aws:lightsail/instance:Instance";
const configuration = "aws:ec2/launchConfiguration:LaunchConfiguration";
const cache = "aws:memorydb/cluster:Cluster";
const unheardOf = "aws:newservice/thing:Thing";
const documents = of("aws:s3/bucket:Bucket");
const stack = resource("pulumi:pulumi:Stack", {}, { name: "stack" });

export const governanceCases: ServiceCases = {
  "general-eligible-services-only": [
    pass("a bucket", of("aws:s3/bucket:Bucket")),
    pass("a distribution", of("aws:cloudfront/distribution:Distribution")),
    pass("a service that holds no data", of("aws:budgets/budget:Budget")),
    pass("a superseded type of an eligible service, which another rule reports", of(configuration)),
    pass("a service that could not be confirmed, which another rule reports", of(cache)),
    notApplicable("a service that is not eligible, for what is not PHI", of(server, noPhi)),
    notApplicable("a service that the configuration confirms", of(server), {
      config: { confirmedModules: ["lightsail"] },
    }),
    notApplicable("a component", of("edge:index:PublicEdge")),
    notApplicable("a provider", of("pulumi:providers:aws")),
    fault("a Lightsail instance", of(server)),
    fault("a Lightsail instance tagged as PHI", of(server, { tags: { "hipaa:phi": "true" } })),
    fault("a CloudSearch domain", of("aws:cloudsearch/domain:Domain")),
    fault("a ledger", of("aws:qldb/ledger:Ledger")),
    fault("an assessment of Inspector Classic", of("aws:inspector/assessmentTemplate:AssessmentTemplate")),
    fault("a service on no list", of(unheardOf)),
    fault("a public repository", of("aws:ecrpublic/repository:Repository")),
    undecided("a service that is not eligible, with tags known on update", of(server, { tags: unknown })),
  ],
  "general-ineligible-or-retired-services-blocked": [
    pass("a launch template", of("aws:ec2/launchTemplate:LaunchTemplate")),
    pass("a bot of Lex V2", of("aws:lex/v2modelsBot:V2modelsBot")),
    pass("a type that the configuration allows", of(configuration), { config: { allowRetiredTypes: [configuration] } }),
    pass("a service that is not eligible, which another rule reports", of(server)),
    notApplicable("a superseded type for what is not PHI", of(configuration, noPhi)),
    pass("a service on no list, which another rule reports", of(unheardOf)),
    notApplicable("a confirmed service", of(cache), { config: { confirmedModules: ["memorydb"] } }),
    notApplicable("a component", of("edge:index:PublicEdge")),
    fault("a launch configuration", of(configuration)),
    fault("an Elasticsearch domain", of("aws:elasticsearch/domain:Domain")),
    fault("an SQL application", of("aws:kinesis/analyticsApplication:AnalyticsApplication")),
    fault("a bot of Lex V1", of("aws:lex/bot:Bot")),
    fault("a vault", of("aws:glacier/vault:Vault")),
    fault("a mesh", of("aws:appmesh/mesh:Mesh")),
    fault("a service that could not be confirmed", of(cache)),
    undecided("a superseded type with tags known on update", of(configuration, { tags: unknown })),
  ],
  // Cases run on 2026-11-22.
  "general-eligible-list-review": [
    pass("a review of last month", documents, { config: { reviewed: "2026-10-20" } }),
    pass("a review of 120 days ago", documents, { config: { reviewed: "2026-07-25" } }),
    pass("a stack without AWS", [stack, resource("random:index/randomId:RandomId", {}, { name: "id" })]),
    fault("a review of 121 days ago", documents, { config: { reviewed: "2026-07-24" } }),
    fault("the list of the pack alone, which is older", documents),
    fault("one finding for many resources, at the stack", [documents, stack, { ...documents, name: "second" }], {
      at: ["stack"],
    }),
    fault("a review that is still to come", documents, { config: { reviewed: "2027-01-01" } }),
    fault("a day in another form", documents, { config: { reviewed: "November 2026" } }),
  ],
};
