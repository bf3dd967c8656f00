import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for @aws-sdk/credential-provider-node in the bundles. In Lambda the credentials are always in the
 * environment; the providers for SSO, profiles, processes and web identities are a third of the SDK's weight.
 */
export const defaultProvider = (): ReturnType<typeof fromEnv> => fromEnv();
