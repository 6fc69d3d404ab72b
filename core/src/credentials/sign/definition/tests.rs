use super::*;
use crate::credentials::sign::{Template, TrainingMining};

fn situation(lineage: Lineage, variables: &Variables) -> Situation<'_> {
    Situation {
        media_type: "image/jpeg",
        lineage,
        components: 0,
        redactions: &[],
        variables,
    }
}

fn defined(options: &Options, lineage: Lineage) -> Result<Definition, SignError> {
    define(options, &situation(lineage, &Variables::new()))
}

fn with_template(text: &str) -> Options {
    Options {
        template: Some(Template::from_json(text).unwrap()),
        ..Options::default()
    }
}

fn names(definition: &Definition) -> Vec<String> {
    let actions = &definition.json["assertions"][0];
    assert_eq!(actions["label"], "c2pa.actions.v2");
    assert_eq!(actions["created"], true);
    actions["data"]["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action["action"].as_str().unwrap().to_owned())
        .collect()
}

fn complete(definition: &Definition) -> bool {
    definition.json["assertions"][0]["data"]["allActionsIncluded"]
        .as_bool()
        .unwrap()
}

#[test]
fn a_new_asset_says_how_it_was_made() {
    let options = Options {
        source_type: Some(SourceType::DigitalCapture),
        ..Options::default()
    };
    let definition = defined(&options, Lineage::Created).unwrap();
    assert_eq!(names(&definition), ["c2pa.created"]);
    assert_eq!(definition.source_types, [SourceType::DigitalCapture]);
    assert!(!complete(&definition));
    assert!(matches!(
        defined(&Options::default(), Lineage::Created),
        Err(SignError::SourceTypeMissing)
    ));
}

#[test]
fn a_parent_with_the_same_content_is_only_opened() {
    let definition = defined(&Options::default(), Lineage::SameContent).unwrap();
    assert_eq!(names(&definition), ["c2pa.opened"]);
    assert!(complete(&definition));
}

#[test]
fn a_changed_parent_was_edited_as_told_or_nobody_knows_how() {
    let options = Options {
        source_type: Some(SourceType::CompositeWithTrainedAlgorithmicMedia),
        ..Options::default()
    };
    let definition = defined(&options, Lineage::Changed).unwrap();
    assert_eq!(names(&definition), ["c2pa.opened", "c2pa.edited"]);
    let definition = defined(&Options::default(), Lineage::Changed).unwrap();
    assert_eq!(names(&definition), ["c2pa.opened", "c2pa.unknown"]);
    assert!(!complete(&definition));
}

#[test]
fn components_are_placed_unless_the_template_places_them() {
    let variables = Variables::new();
    let mut situation = situation(Lineage::Created, &variables);
    situation.components = 2;
    let options = with_template(
        r#"{"assertions":[{"label":"c2pa.actions.v2","data":{"actions":[
            {"action":"c2pa.created","digitalSourceType":"http://cv.iptc.org/newscodes/digitalsourcetype/composite"},
            {"action":"c2pa.placed","parameters":{"ingredientIds":["ingredient-2"]}}]}}]}"#,
    );
    let definition = define(&options, &situation).unwrap();
    assert_eq!(
        names(&definition),
        ["c2pa.created", "c2pa.placed", "c2pa.placed"]
    );
    let placed = &definition.json["assertions"][0]["data"]["actions"][2];
    assert_eq!(placed["parameters"]["ingredientIds"][0], "ingredient-1");
}

#[test]
fn template_and_options_must_agree() {
    let created = r#"{"assertions":[{"label":"c2pa.actions","data":{"actions":[
        {"action":"c2pa.created","digitalSourceType":"http://cv.iptc.org/newscodes/digitalsourcetype/print"}]}}]}"#;
    assert!(defined(&with_template(created), Lineage::Created).is_ok());
    let parent = defined(&with_template(created), Lineage::Changed).unwrap_err();
    assert!(
        parent
            .to_string()
            .contains("c2pa.created cannot have a parent")
    );
    let other = Options {
        source_type: Some(SourceType::DigitalCapture),
        ..with_template(created)
    };
    let message = defined(&other, Lineage::Created).unwrap_err().to_string();
    assert!(
        message.contains("--source says digitalCapture"),
        "{message}"
    );
    let short = created.replace("http://cv.iptc.org/newscodes/digitalsourcetype/", "");
    let definition = defined(&with_template(&short), Lineage::Created).unwrap();
    let first = &definition.json["assertions"][0]["data"]["actions"][0];
    assert_eq!(
        first["digitalSourceType"],
        SourceType::Print.as_uri(),
        "{first}"
    );
    let opened = r#"{"assertions":[{"label":"c2pa.actions","data":{"actions":[{"action":"c2pa.opened"}]}}]}"#;
    let orphan = defined(&with_template(opened), Lineage::Created).unwrap_err();
    assert!(orphan.to_string().contains("needs a parent"));
    let late = r#"{"assertions":[{"label":"c2pa.actions","data":{"actions":[
        {"action":"c2pa.cropped"},{"action":"c2pa.created"}]}}]}"#;
    assert!(defined(&with_template(late), Lineage::Created).is_err());
}

#[test]
fn author_and_licence_become_cawg_metadata() {
    let mut training = TrainingMining::default();
    training.add("notAllowed").unwrap();
    let options = Options {
        source_type: Some(SourceType::DigitalCapture),
        title: Some("A title".to_owned()),
        author: Some("A \"quoted\" name".to_owned()),
        licence: Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
        training,
        ..Options::default()
    };
    let definition = defined(&options, Lineage::Created).unwrap();
    assert_eq!(definition.json["title"], "A title");
    let metadata = &definition.json["assertions"][1];
    assert_eq!(metadata["label"], "cawg.metadata");
    assert_eq!(metadata["kind"], "Json");
    assert_eq!(metadata["created"], true);
    assert_eq!(metadata["data"]["dc:creator"][0], "A \"quoted\" name");
    assert_eq!(
        metadata["data"]["xmpRights:WebStatement"],
        "https://creativecommons.org/licenses/by/4.0/"
    );
    assert_eq!(metadata["data"]["@context"].as_object().unwrap().len(), 2);
    assert_eq!(
        definition.json["assertions"][2]["label"],
        "cawg.training-mining"
    );

    let text = Options {
        author: None,
        licence: Some("CC BY 4.0".to_owned()),
        ..options
    };
    let definition = defined(&text, Lineage::Created).unwrap();
    let metadata = &definition.json["assertions"][1]["data"];
    assert_eq!(metadata["dc:rights"], "CC BY 4.0");
    assert_eq!(metadata["@context"].as_object().unwrap().len(), 1);
}

#[test]
fn an_update_says_something_new_with_the_actions_it_may_have() {
    let empty = Options {
        update: true,
        ..Options::default()
    };
    assert!(defined(&empty, Lineage::SameContent).is_err());
    let options = Options {
        author: Some("A".to_owned()),
        ..empty
    };
    let definition = defined(&options, Lineage::SameContent).unwrap();
    assert_eq!(names(&definition), ["c2pa.opened", "c2pa.edited.metadata"]);
    assert!(complete(&definition));
}

#[test]
fn a_redaction_names_its_reason() {
    let variables = Variables::new();
    let uri = "self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/cawg.metadata".to_owned();
    let redactions = [uri.clone()];
    let mut situation = situation(Lineage::SameContent, &variables);
    situation.redactions = &redactions;
    let message = define(&Options::default(), &situation)
        .unwrap_err()
        .to_string();
    assert!(message.contains("c2pa.PII.present"), "{message}");
    let options = Options {
        redaction_reason: Some("c2pa.PII.present".to_owned()),
        ..Options::default()
    };
    let definition = define(&options, &situation).unwrap();
    assert_eq!(names(&definition), ["c2pa.opened", "c2pa.redacted"]);
    assert_eq!(definition.json["redactions"][0], uri.as_str());
    assert!(!complete(&definition));
}
