/**
 * The steps of a sign-in: username, account, provider, password. Each step reads as a paragraph; {@link
 * com.micloud.signin.flow.Journey} is what they share in one request, and {@code routing} decides.
 */
package com.micloud.signin.flow;
