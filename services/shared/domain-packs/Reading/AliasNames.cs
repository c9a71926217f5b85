using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>The names under which records give a scenario, a channel or a role: each may mean one thing only.</summary>
internal sealed class AliasNames(string kind)
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    /// <summary>Reads <c>aliases</c> and tells of those that mean something else already.</summary>
    public IReadOnlyList<string> Read(YamlFields fields, string id)
    {
        IReadOnlyList<YamlScalar> aliases = fields.Texts("aliases");
        Take(fields, id, id, fields.Line);
        foreach (YamlScalar alias in aliases)
            Take(fields, id, alias.Value, alias.Line);
        return [.. aliases.Select(alias => alias.Value)];
    }

    private void Take(YamlFields fields, string id, string alias, int line)
    {
        string key = Label.Key(alias);
        if (!owners.TryAdd(key, id) && owners[key] != id)
            fields.Problem(line, "aliases", $"\"{alias}\" names the {kind} \"{owners[key]}\" already");
    }
}
