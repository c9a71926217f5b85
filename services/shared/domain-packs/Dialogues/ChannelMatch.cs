using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Finds the channel of a conversation.</summary>
public static class ChannelMatch
{
    /// <summary>The channel's id where a pack knows the name, else the name as given, trimmed; null when none was given.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="domain">The pack to look in; null looks in all of them.</param>
    /// <param name="channel">The channel as the record gave it: an id, an alias or a title.</param>
    public static string? Find(IDomainPacks packs, string? domain, string? channel) => throw new NotImplementedException();
}
