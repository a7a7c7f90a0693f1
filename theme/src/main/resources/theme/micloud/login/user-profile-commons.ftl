<#import "micloud-form.ftl" as form>
<#import "micloud-html.ftl" as html>
<#-- The fields of a user's profile, as the realm's settings describe them. -->

<#function names>
<#return profile.attributes?map(attribute -> attribute.name)>
</#function>

<#-- Keycloak's texts for these fields do not say which they mean. -->
<#function labels>
<#local all = {}>
<#list profile.attributes as attribute><#local all = all + {attribute.name: advancedMsg(attribute.displayName!attribute.name)}></#list>
<#return all>
</#function>

<#macro userProfileFormFields>
<#local current = "">
<#list profile.attributes as attribute>
<#if attribute.name == "locale" && realm.internationalizationEnabled && (locale.currentLanguageTag)?has_content>
<input type="hidden" id="locale" name="locale" value="${locale.currentLanguageTag}">
<#else>
<#local group = (attribute.group.name)!"">
<#if group != current>
<#local current = group>
<#if group?has_content>
<div<#list attribute.group.html5DataAnnotations as key, value> data-${key}="${value}"</#list>>
<h2 id="header-${group}"><#if (attribute.group.displayHeader)?has_content>${advancedMsg(attribute.group.displayHeader)}<#else>${group}</#if></h2>
<#if (attribute.group.displayDescription)?has_content>
<p class="hint" id="description-${group}">${advancedMsg(attribute.group.displayDescription)}</p>
</#if>
</div>
</#if>
</#if>
<#nested "beforeField" attribute>
<@attributeField attribute=attribute/>
<#nested "afterField" attribute>
</#if>
</#list>
<#list profile.html5DataAnnotations?keys as key>
<#-- Keycloak's own script for several values speaks English only. -->
<script type="module" src="${url.resourcesPath}/${(key == "kcMultivalued")?then(properties.micloudValuesScript!"", "js/" + key + ".js")}"></script>
</#list>
</#macro>

<#macro attributeField attribute>
<#local name = attribute.name>
<#local type = (attribute.annotations.inputType)!"">
<#local several = ["select-radiobuttons", "multiselect-checkboxes"]?seq_contains(type)>
<#local before = (attribute.annotations.inputHelperTextBefore)!"">
<#local after = (attribute.annotations.inputHelperTextAfter)!"">
<#local wrong = messagesPerField.existsError(name)>
<#local described = wrong?then(["input-error-" + name], []) + before?has_content?then(["form-help-text-before-" + name], []) + after?has_content?then(["form-help-text-after-" + name], [])>
<#local ties = {"invalid": wrong, "describedBy": described?join(" ")}>
<#if several>
<fieldset class="field" id="${name}" tabindex="-1"<#if described?has_content> aria-describedby="${ties.describedBy}"</#if>>
<legend><@label attribute=attribute/></legend>
<#else>
<div class="field"<#if (attribute.html5DataAnnotations.kcMultivalued)?? && !attribute.readOnly> data-add="${msg("micloudValueAdd")}" data-remove="${msg("micloudValueRemove", "#1")}"</#if>>
<label id="label-${name}" for="${name}"><@label attribute=attribute/></label>
</#if>
<#if before?has_content>
<div class="hint" id="form-help-text-before-${name}"><@html.text of=advancedMsg(before)/></div>
</#if>
<#if wrong>
<@form.problem field=name text=messagesPerField.get(name) summed=true/>
</#if>
<#switch type>
<#case "textarea">
<textarea id="${name}" name="${name}" class="input" dir="auto"<@form.tie of=ties/><@state attribute=attribute/><#if attribute.annotations.inputTypeRows??> rows="${attribute.annotations.inputTypeRows}"</#if><#if attribute.annotations.inputTypeMaxlength??> maxlength="${attribute.annotations.inputTypeMaxlength}"</#if>>${attribute.value!""}</textarea>
<#break>
<#case "select">
<#case "multiselect">
<select id="${name}" name="${name}" class="input"<@form.tie of=ties/><@state attribute=attribute/><#if type == "multiselect"> multiple</#if><#if attribute.annotations.inputTypeSize??> size="${attribute.annotations.inputTypeSize}"</#if>>
<#if type == "select">
<option value=""></option>
</#if>
<#list options(attribute) as option>
<option value="${option}"<#if attribute.values?seq_contains(option)> selected</#if>><@optionLabel attribute=attribute option=option/></option>
</#list>
</select>
<#break>
<#case "select-radiobuttons">
<#case "multiselect-checkboxes">
<#list options(attribute) as option>
<p class="check"><input type="${(type == "select-radiobuttons")?then("radio", "checkbox")}" id="${name}-${option}" name="${name}" value="${option}"<#if attribute.readOnly> disabled</#if><#if attribute.values?seq_contains(option)> checked</#if>> <label for="${name}-${option}"><@optionLabel attribute=attribute option=option/></label></p>
</#list>
<#break>
<#default>
<#if attribute.multivalued && attribute.values?has_content>
<#list attribute.values as value>
<@line attribute=attribute value=value!"" ties=ties id=name + value?is_first?then("", "-" + value?index)/>
</#list>
<#else>
<@line attribute=attribute value=attribute.value!"" ties=ties id=name/>
</#if>
</#switch>
<#if after?has_content>
<div class="hint" id="form-help-text-after-${name}"><@html.text of=advancedMsg(after)/></div>
</#if>
<#if several>
</fieldset>
<#else>
</div>
</#if>
</#macro>

<#macro label attribute>${advancedMsg(attribute.displayName!attribute.name)}<#if attribute.required> <span class="required" aria-hidden="true">*</span></#if></#macro>

<#macro state attribute><#if attribute.required> required</#if><#if attribute.readOnly> disabled</#if></#macro>

<#-- Several inputs of one attribute share its label. -->
<#macro line attribute value ties id>
<#local settings = attribute.annotations>
<input type="${(settings.inputType!"text")?remove_beginning("html5-")}" id="${id}" name="${attribute.name}" value="${value}" class="input" dir="${["username", "email"]?seq_contains(attribute.name)?then("ltr", "auto")}"<#if attribute.multivalued> aria-labelledby="label-${attribute.name}"</#if><@form.tie of=ties/><@state attribute=attribute/><#if attribute.autocomplete??> autocomplete="${attribute.autocomplete}"<#elseif attribute.name == "firstName"> autocomplete="given-name"<#elseif attribute.name == "lastName"> autocomplete="family-name"</#if><#if settings.inputTypePlaceholder??> placeholder="${advancedMsg(settings.inputTypePlaceholder)}"</#if><#if settings.inputTypePattern??> pattern="${settings.inputTypePattern}"</#if><#if settings.inputTypeSize??> size="${settings.inputTypeSize}"</#if><#if settings.inputTypeMaxlength??> maxlength="${settings.inputTypeMaxlength}"</#if><#if settings.inputTypeMinlength??> minlength="${settings.inputTypeMinlength}"</#if><#if settings.inputTypeMax??> max="${settings.inputTypeMax}"</#if><#if settings.inputTypeMin??> min="${settings.inputTypeMin}"</#if><#if settings.inputTypeStep??> step="${settings.inputTypeStep}"</#if><#list attribute.html5DataAnnotations as key, value> data-${key}="${value}"</#list>>
</#macro>

<#function options attribute>
<#local from = (attribute.annotations.inputOptionsFromValidation)!"options">
<#return (attribute.validators[from].options)!(attribute.validators.options.options)![]>
</#function>

<#macro optionLabel attribute option><#if attribute.annotations.inputOptionLabels??>${advancedMsg(attribute.annotations.inputOptionLabels[option]!option)}<#elseif attribute.annotations.inputOptionLabelsI18nPrefix??>${msg(attribute.annotations.inputOptionLabelsI18nPrefix + "." + option)}<#else>${option}</#if></#macro>
