package com.micloud.signin.acceptance.harness.application;

import java.util.Map;

/** What an application got for a code or a refresh token; the refresh token is empty when there was none. */
public record Tokens(
        String accessToken,
        String refreshToken,
        String idToken,
        Map<String, Object> idClaims,
        Map<String, Object> accessClaims) {}
