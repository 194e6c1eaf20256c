/** Logging in by a provider of identities (OpenID Connect), where one is configured. */
@NullMarked
package org.tumen.alert.access.oidc;

import org.jspecify.annotations.NullMarked;
