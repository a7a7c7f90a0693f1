/**
 * An application: a client with the switches that an operator sets on it (spec: "Names that others rely on"). A
 * mistake in a switch closes the application, and is named at the start of the server.
 */
package com.micloud.signin.application;
