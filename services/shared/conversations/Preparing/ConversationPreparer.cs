using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Conversations.Normalising;
using DialInsight.Conversations.Parsing;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.Pseudonyms;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.Conversations.Preparing;

/// <summary>Makes of a record what may be kept: normalises, finds language, scenario and channel, replaces personal data. Pure; safe to share between threads.</summary>
/// <param name="packs">The packs to find scenarios, channels and roles in.</param>
/// <param name="pseudonymiser">Replaces personal data, and names conversations.</param>
public sealed class ConversationPreparer(IDomainPacks packs, Pseudonymiser pseudonymiser)
{
    /// <summary>What becomes of a record.</summary>
    /// <param name="record">The record; one that was refused already stays so.</param>
    /// <param name="defaults">What is true of all records.</param>
    public Preparation Prepare(ParsedRecord record, ConversationDefaults defaults) =>
        record.Conversation is { } conversation ? Prepare(conversation, record.Position, defaults) : new Preparation(null, record.Refusal);

    private Preparation Prepare(ParsedConversation conversation, RecordPosition position, ConversationDefaults defaults)
    {
        DomainPack? pack = Find(defaults.Domain);
        IReadOnlyList<Turn> turns = Normaliser.Normalise(conversation.Turns, pack);
        if (turns.Count == 0)
            return new Preparation(null, "no turn has any words");

        string language = LanguageTag.Primary(conversation.Language) ?? LanguageTag.Primary(defaults.Language) ?? LanguageDetector.Detect(string.Join('\n', turns.Select(turn => turn.Text)));
        string? given = conversation.Scenario ?? defaults.Scenario;
        (string? domain, string scenario, ScenarioOrigin origin) = ScenarioMatch.Find(packs, defaults.Domain, given, language, turns);

        // Where the request named no domain, the scenario's pack tells the roles.
        if (pack is null && (pack = Find(domain)) is not null)
            turns = Normaliser.Normalise(conversation.Turns, pack);

        (IReadOnlyList<Turn> replaced, IReadOnlyDictionary<string, int> counts) = TurnPseudonyms.Replace(pseudonymiser, turns, language, pack);
        string? source = conversation.Source ?? defaults.Source;
        return new Preparation(
            new PreparedConversation
            {
                Id = $"t-{pseudonymiser.Fingerprint(turns.SelectMany(turn => new[] { turn.Role, turn.Text }))}",
                Origin = $"{source}/{position.File}#{position.Index}",
                Domain = domain,
                Scenario = scenario,
                ScenarioOrigin = origin,
                GivenScenario = given,
                Channel = ChannelMatch.Find(packs, domain, conversation.Channel ?? defaults.Channel),
                Language = language,
                Script = language == "zh" ? ChineseScript.Of(turns) : null,
                Encoding = conversation.Encoding,
                Source = source,
                Subject = conversation.Subject ?? defaults.Subject,
                Turns = replaced,
                Pseudonyms = counts,
            },
            null);
    }

    private DomainPack? Find(string? domain) => domain is null ? null : packs.Find(domain);
}
