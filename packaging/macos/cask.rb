# For Homebrew; the release fills in what stands between @s. Written, not sent: none of our machines is a Mac.
cask "legs-up" do
  version "@VERSION@"
  sha256 "@SHA256@"

  url "@ADDRESS@/LegsUp-#{version}-macos.zip"
  name "Legs Up"
  desc "Restful work break with the legs up the wall"
  homepage "@HOME@"

  depends_on macos: ">= :sonoma"

  app "Legs Up.app"

  # Settings and journal are the person's own: zap alone takes them.
  zap trash: "~/Library/Application Support/legsup"
end
