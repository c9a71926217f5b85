using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Finds the channel of a conversation.</summary>
public static class ChannelMatch
{
    /// <summary>The channel's id where a pack knows the name, else the name as given, normalised; null when none was given.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="domain">The pack to look in; null, or one that is not there, looks in all of them.</param>
    /// <param name="channel">The channel as the record gave it: an id, an alias or a title.</param>
    public static string? Find(IDomainPacks packs, string? domain, string? channel)
    {
        if (string.IsNullOrWhiteSpace(channel))
            return null;
        string key = Label.Key(channel);
        foreach (Channel known in PackChoice.Of(packs, domain).SelectMany(pack => pack.Channels))
        {
            if (PackChoice.IsNamed(key, known.Id, known.Aliases, known.Title))
                return known.Id;
        }

        return Label.Clean(channel);
    }
}
