/**
 * Mails about passwords, sent after the commit and beside the request. An operator's metrics count what was sent and
 * what failed.
 */
package com.micloud.signin.password.mail;
