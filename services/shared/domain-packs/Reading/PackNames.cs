using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>The ids of one kind of thing: each well formed, each once.</summary>
internal sealed partial class PackNames(string kind)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>Every id so far.</summary>
    public IReadOnlyCollection<string> All => ids;

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsWellFormed(string id) => id.Length <= 64 && WellFormed().IsMatch(id);

    /// <summary>The id of a mapping, which must be new.</summary>
    public string Declare(YamlFields fields, string name = "id")
    {
        string id = fields.Text(name);
        if (id.Length == 0)
            return id;
        if (!IsWellFormed(id))
            fields.Problem(name, $"\"{id}\" must be lower-case letters, digits and single dashes, 64 at most");
        else if (!ids.Add(id))
            fields.Problem(name, $"\"{id}\" is another {kind}'s already");
        return id;
    }

    /// <summary>Tells when an id is none of these. A null id is nobody's.</summary>
    public void Require(YamlFields fields, string name, string? id, int? line = null)
    {
        if (!string.IsNullOrEmpty(id) && !ids.Contains(id))
            fields.Problem(line ?? fields.LineOf(name), name, $"\"{id}\" is no {kind} of this pack{MistypedName.Hint(id, ids)}");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex WellFormed();
}
