package com.micloud.signin.theme;

import freemarker.cache.URLTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Draws templates with the settings of Keycloak's own FreeMarker provider, and keeps account of the texts asked for. */
final class Renderer {

    private final ThemeChain theme;
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
    private final Properties properties = new Properties();
    private final Set<String> missingMessages = new TreeSet<>();
    private final UnaryOperator<String> dress;

    Renderer(ThemeChain theme) {
        this(theme, Map.of());
    }

    /** Draws as in a theme made from ours that sets these properties. */
    Renderer(ThemeChain theme, Map<String, String> properties) {
        this(theme, properties, UnaryOperator.identity());
    }

    /** Draws every text in brackets, so that what stands outside of them is no text that could be translated. */
    static Renderer inBrackets(ThemeChain theme) {
        return new Renderer(theme, Map.of(), text -> "\u27e6" + text + "\u27e7");
    }

    private Renderer(ThemeChain theme, Map<String, String> properties, UnaryOperator<String> dress) {
        this.theme = theme;
        this.dress = dress;
        this.properties.putAll(theme.properties());
        this.properties.putAll(properties);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateLoader(new URLTemplateLoader() {
            @Override
            protected URL getURL(String name) {
                return theme.find(name).orElse(null);
            }
        });
    }

    String render(String template, String language, Map<String, Object> model) {
        Properties messages = theme.messages(language);
        Map<String, Object> data = new HashMap<>(model);
        data.put("msg", new Formatter(messages, language));
        data.put("advancedMsg", (TemplateMethodModelEx) arguments -> advanced(messages, language, arguments));
        data.put("kcSanitize", (TemplateMethodModelEx)
                arguments -> Jsoup.clean(arguments.get(0).toString(), Safelist.basic()));
        data.put("properties", properties);
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate(template, "UTF-8").process(data, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(template + ": " + e.getMessage(), e);
        }
        return out.toString();
    }

    /** Keys that templates asked for and that neither we nor Keycloak define. */
    Set<String> missingMessages() {
        return missingMessages;
    }

    private Object advanced(Properties messages, String language, List<?> arguments) {
        String key = arguments.get(0).toString();
        if (!key.startsWith("${") || !key.endsWith("}")) {
            return key;
        }
        String name = key.substring(2, key.length() - 1);
        return dress.apply(new MessageFormat(messages.getProperty(name, name), Locale.forLanguageTag(language))
                .format(new Object[0]));
    }

    private final class Formatter implements TemplateMethodModelEx {
        private final Properties messages;
        private final Locale locale;

        Formatter(Properties messages, String language) {
            this.messages = messages;
            this.locale = Locale.forLanguageTag(language);
        }

        @Override
        public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
            String key = arguments.get(0).toString();
            if (!messages.containsKey(key)) {
                missingMessages.add(key);
            }
            Object[] values = new Object[arguments.size() - 1];
            for (int i = 0; i < values.length; i++) {
                Object value = arguments.get(i + 1);
                if (value instanceof SimpleScalar scalar) {
                    values[i] = scalar.getAsString();
                } else if (value instanceof SimpleNumber number) {
                    values[i] = number.getAsNumber();
                } else {
                    values[i] = value;
                }
            }
            return dress.apply(new MessageFormat(messages.getProperty(key, key), locale).format(values));
        }
    }
}
