using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Conversations.Cleaning;
using DialInsight.Conversations.Normalising;
using DialInsight.Conversations.Parsing;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.Pseudonyms;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.Conversations.Preparing;

/// <summary>
/// Makes of a record what may be kept: cleans and normalises, finds language, scenario and channel, replaces personal data. Pure; safe to share between threads.
/// </summary>
/// <param name="packs">The packs to find scenarios, channels and roles in.</param>
/// <param name="pseudonymiser">Replaces personal data, and names conversations.</param>
/// <param name="withDetails">Whether what was removed and replaced is told word by word, for somebody who looks.</param>
public sealed class ConversationPreparer(IDomainPacks packs, Pseudonymiser pseudonymiser, bool withDetails = false)
{
    private static readonly Preparation s_nothing = new(null, null, [], [], []);

    /// <summary>What becomes of a record that is too much for the rules here, where one breaks off over it. That is no fault of the record's.</summary>
    public static Preparation BrokenOff { get; } = s_nothing with { Refusal = "it could not be prepared, for a reason of ours; the log says which. The other records do not suffer from it" };

    /// <summary>What becomes of a record.</summary>
    /// <param name="record">The record; one that was refused already stays so.</param>
    /// <param name="defaults">What is true of all records.</param>
    public Preparation Prepare(ParsedRecord record, ConversationDefaults defaults) =>
        record.Conversation is { } conversation ? Prepare(conversation, record.Position, defaults) : s_nothing with { Refusal = record.Refusal };

    private Preparation Prepare(ParsedConversation conversation, RecordPosition position, ConversationDefaults defaults)
    {
        DomainPack? pack = Find(defaults.Domain);
        var removals = new Removals(withDetails);
        IReadOnlyList<Turn> cleaned = Cleaner.For(packs, pack).Clean(conversation.Turns, defaults.Fillers, removals);
        IReadOnlyList<Turn> turns = Normaliser.Normalise(cleaned, pack);
        Preparation told = s_nothing with { Removed = WithoutPersons(removals.Words) };
        if (turns.Count == 0)
            return told with { Refusal = removals.Counts.Count == 0 ? "no turn has any words" : $"no turn has any words of its own: cleaning removed {Told(removals.Counts)}" };

        string? named = conversation.Language ?? defaults.Language;
        string language = LanguageTag.Code(conversation.Language) ?? LanguageTag.Code(defaults.Language) ?? LanguageDetector.Detect(string.Join('\n', turns.Select(turn => turn.Text)));
        string? given = conversation.Scenario ?? defaults.Scenario;
        (string? domain, string scenario, ScenarioOrigin origin) = ScenarioMatch.Find(packs, defaults.Domain, given, language, turns);

        // Where the request named no domain, the scenario's pack tells the roles.
        if (pack is null && (pack = Find(domain)) is not null)
            turns = Normaliser.Normalise(cleaned, pack);
        IReadOnlyList<string> coherence = Coherence.Check(turns, cleaned, conversation.Turns, language);
        if (defaults.Coherent && coherence.Count > 0)
            return told with { Refusal = $"the conversation does not cohere: {string.Join(", ", coherence)}" };

        var pseudonyms = new TurnPseudonyms(pseudonymiser, turns, language, pack);
        string? source = conversation.Source ?? defaults.Source;
        return told with
        {
            Conversation = new PreparedConversation
            {
                Id = IdOf(ReferenceEquals(cleaned, conversation.Turns) ? turns : Normaliser.Normalise(conversation.Turns, pack)),
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
                Turns = pseudonyms.Turns,
                Pseudonyms = pseudonyms.Counts(),
                Cleaned = removals.Counts,
                Coherence = coherence,
            },
            Notes = [.. Notes(named, given, origin, pack, defaults.Domain, pseudonyms)],
            Replaced = withDetails ? pseudonyms.Spans : [],
        };
    }

    /// <summary>The identity, from the turns before anything was removed or replaced: better rules, and a source that wraps its lines otherwise, name a conversation the same.</summary>
    private string IdOf(IReadOnlyList<Turn> turns) => $"t-{pseudonymiser.Fingerprint(turns.SelectMany(turn => new[] { turn.Role, Normaliser.InOneLine(turn.Text) }))}";

    private static IEnumerable<PreparationNote> Notes(
        string? language, string? scenario, ScenarioOrigin origin, DomainPack? pack, string? domain, TurnPseudonyms pseudonyms)
    {
        if (!string.IsNullOrWhiteSpace(language) && LanguageTag.Code(language) is not ("zh" or "en") and var code)
            yield return new PreparationNote(code is null ? PreparationNote.LanguageUnknown : PreparationNote.LanguageOther, language);
        if (!string.IsNullOrWhiteSpace(scenario) && pack is not null && origin != ScenarioOrigin.Given)
            yield return new PreparationNote(PreparationNote.ScenarioUnknown, scenario);

        // A pack that nobody named may have nothing to do with who speaks.
        if (pack is null || domain is null)
            yield break;
        foreach (string label in pseudonyms.Labels)
            yield return new PreparationNote(PreparationNote.RoleUnknown, label);
    }

    private IReadOnlyList<RemovedText> WithoutPersons(IReadOnlyList<RemovedText> removed) =>
        removed.Count == 0 ? removed : [.. removed.Select(text => text with { Text = pseudonymiser.Replace(text.Text).Text })];

    private static string Told(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));

    private DomainPack? Find(string? domain) => domain is null ? null : packs.Find(domain);
}
