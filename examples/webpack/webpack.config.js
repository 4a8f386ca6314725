import HtmlWebpackPlugin from 'html-webpack-plugin';
import icons from 'iconloom/webpack';

export default {
  mode: 'production',
  output: { clean: true },
  module: { rules: [{ test: /\.css$/, type: 'css/auto' }] },
  experiments: { css: true },
  plugins: [icons({ inputs: 'icons' }), new HtmlWebpackPlugin({ template: 'src/index.html' })],
};
