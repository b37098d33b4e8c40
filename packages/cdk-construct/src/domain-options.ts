import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';

/** A domain of one's own for the API: a new one, by name and certificate, or one that is there already. */
export type DomainOptions<TDomainName> = (NewDomain | ExistingDomain<TDomainName>) & {
  /**
   * Path below which the API is found, for example `v1`.
   * @default - the domain's root
   */
  readonly basePath?: string;
};

/** A domain name to be made in API Gateway; the DNS record is the user's to make. */
export interface NewDomain {
  /** For example `api.example.com`. */
  readonly name: string;
  /** Certificate for the name, in the stack's region. */
  readonly certificate: ICertificate;
}

/** A domain name that API Gateway has already. */
export interface ExistingDomain<TDomainName> {
  readonly existing: TDomainName;
}
